package id.pkh.disbursement.planted.rest;

/** Something outside for the planted violations. */
public record PlantedView(String text) {}
