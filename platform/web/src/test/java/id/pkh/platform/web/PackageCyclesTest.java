package id.pkh.platform.web;

import id.pkh.testsupport.PackageCyclesContract;

class PackageCyclesTest extends PackageCyclesContract {

    PackageCyclesTest() {
        super("id.pkh.platform.web");
    }
}
