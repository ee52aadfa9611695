package id.pkh.verification.planted.domain;

import java.util.UUID;

/** Breaks a rule on purpose: the domain makes ids. */
public final class PlantedRandom {

    public UUID id() {
        return UUID.randomUUID();
    }
}
