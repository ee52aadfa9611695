package id.pkh.verification.planted.domain;

import id.pkh.contracts.registry.KpmState;

/** Breaks a rule on purpose: a contract in the domain. */
public record PlantedContract(KpmState state) {}
