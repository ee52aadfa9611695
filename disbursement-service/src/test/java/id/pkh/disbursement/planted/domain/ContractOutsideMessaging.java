package id.pkh.disbursement.planted.domain;

import id.pkh.contracts.registry.KpmState;

/** Planted violation: event contracts belong only in messaging. */
public class ContractOutsideMessaging {
    KpmState state;
}
