package id.pkh.meeting;

import id.pkh.testsupport.architecture.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    ArchitectureTest() {
        super("id.pkh.meeting");
    }

    @Override
    protected int domainClassesAtLeast() {
        return 15;
    }
}
