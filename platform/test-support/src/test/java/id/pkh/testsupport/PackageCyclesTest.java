package id.pkh.testsupport;

class PackageCyclesTest extends PackageCyclesContract {

    PackageCyclesTest() {
        super("id.pkh.testsupport");
    }
}
