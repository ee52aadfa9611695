package id.pkh.disbursement.planted.rest;

/** A class outside the domain, which the planted violations use. */
public record PlantedView(String text) {}
