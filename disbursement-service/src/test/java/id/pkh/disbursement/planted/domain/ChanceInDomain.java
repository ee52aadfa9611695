package id.pkh.disbursement.planted.domain;

import java.util.UUID;

/** Planted: the domain must not make ids. */
class ChanceInDomain {
    UUID id() {
        return UUID.randomUUID();
    }
}
