package id.pkh.verification.planted.domain;

import id.pkh.verification.planted.messaging.PlantedPersistence;

/** Breaks a rule on purpose: a domain that knows what is around it. */
public record PlantedDomain(PlantedPersistence persistence) {}
