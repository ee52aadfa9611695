package id.pkh.testsupport;

/** Stands here because this module needs that one, which therefore cannot need this one. */
class LocalStackPackageCyclesTest extends PackageCyclesContract {

    LocalStackPackageCyclesTest() {
        super("id.pkh.localstack");
    }
}
