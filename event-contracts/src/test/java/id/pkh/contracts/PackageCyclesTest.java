package id.pkh.contracts;

import id.pkh.testsupport.PackageCyclesContract;

class PackageCyclesTest extends PackageCyclesContract {

    PackageCyclesTest() {
        super("id.pkh.contracts");
    }
}
