package id.pkh.disbursement.planted.domain;

import id.pkh.platform.web.Refused;

/** Planted: the domain must not know the platform. */
class PurityBroken {
    Refused refused;
}
