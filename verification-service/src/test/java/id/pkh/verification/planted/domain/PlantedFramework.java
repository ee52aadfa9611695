package id.pkh.verification.planted.domain;

import jakarta.enterprise.context.ApplicationScoped;

/** Breaks a rule on purpose: a framework in the domain. */
@ApplicationScoped
public class PlantedFramework {}
