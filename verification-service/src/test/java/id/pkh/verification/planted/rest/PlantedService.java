package id.pkh.verification.planted.rest;

/** Breaks a rule on purpose: a name that says nothing. */
public final class PlantedService {}
