package id.pkh.meeting;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.faults.InputFaultsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@OnLocalStack("meeting")
class InputFaultsComponentTest extends InputFaultsContract {}
