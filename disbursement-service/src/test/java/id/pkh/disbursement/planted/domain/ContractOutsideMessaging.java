package id.pkh.disbursement.planted.domain;

import id.pkh.contracts.registry.KpmState;

/** Planted: the published language stays in messaging. */
public class ContractOutsideMessaging {
    KpmState state;
}
