package id.pkh.registry;

import id.pkh.testsupport.faults.InputFaultsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InputFaultsComponentTest extends InputFaultsContract {}
