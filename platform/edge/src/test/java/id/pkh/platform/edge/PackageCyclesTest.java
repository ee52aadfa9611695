package id.pkh.platform.edge;

import id.pkh.testsupport.PackageCyclesContract;

class PackageCyclesTest extends PackageCyclesContract {

    PackageCyclesTest() {
        super("id.pkh.platform.edge");
    }
}
