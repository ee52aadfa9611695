package id.pkh.testsupport;

/** Stands here because this module needs that one, which therefore cannot need this one. */
class EventContractsPackageCyclesTest extends PackageCyclesContract {

    EventContractsPackageCyclesTest() {
        super("id.pkh.contracts");
    }
}
