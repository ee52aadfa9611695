package id.pkh.verification.quarter;

import java.util.List;

/**
 * A school or health service that has not reported about a quarter for some villages.
 *
 * @param kind SCHOOL or HEALTH
 * @param villages that are concerned, in the order of their codes
 */
public record MissingPoint(String kind, String pointCode, List<String> villages) {}
