package id.pkh.registry.facilitator;

import id.pkh.registry.client.OtherServices.Owner;

/** A service that has cases of families. */
enum CaseOwner {
    REGISTRY(null),
    MEETING(Owner.MEETING),
    VERIFICATION(Owner.VERIFICATION),
    DISBURSEMENT(Owner.DISBURSEMENT);

    private final Owner elsewhere;

    CaseOwner(Owner elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Null for the registry itself. */
    Owner elsewhere() {
        return elsewhere;
    }
}
