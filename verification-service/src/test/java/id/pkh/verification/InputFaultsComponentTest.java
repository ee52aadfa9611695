package id.pkh.verification;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.faults.InputFaultsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@OnLocalStack("verification")
class InputFaultsComponentTest extends InputFaultsContract {}
