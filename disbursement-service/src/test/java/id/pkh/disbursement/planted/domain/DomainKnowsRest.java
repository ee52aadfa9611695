package id.pkh.disbursement.planted.domain;

import id.pkh.disbursement.planted.rest.PlantedView;

/** Planted: the inside does not know the outside. */
public class DomainKnowsRest {
    PlantedView view;
}
