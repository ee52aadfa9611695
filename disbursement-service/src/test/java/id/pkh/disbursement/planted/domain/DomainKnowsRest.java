package id.pkh.disbursement.planted.domain;

import id.pkh.disbursement.planted.rest.PlantedView;

/** Planted violation: the domain must not depend on rest. */
public class DomainKnowsRest {
    PlantedView view;
}
