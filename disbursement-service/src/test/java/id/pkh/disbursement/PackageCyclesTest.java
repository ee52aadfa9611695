package id.pkh.disbursement;

import id.pkh.testsupport.PackageCyclesContract;

class PackageCyclesTest extends PackageCyclesContract {

    PackageCyclesTest() {
        super("id.pkh.disbursement");
    }
}
