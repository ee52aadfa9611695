package id.pkh.verification.planted.messaging;

import jakarta.persistence.EntityManager;

/** Breaks a rule on purpose: an entity manager outside persistence. */
public record PlantedPersistence(EntityManager entities) {}
