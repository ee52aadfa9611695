package id.pkh.localstack;

import id.pkh.testsupport.PackageCyclesContract;

class PackageCyclesTest extends PackageCyclesContract {

    PackageCyclesTest() {
        super("id.pkh.localstack");
    }
}
