package id.pkh.testsupport.planted.domain;

import java.util.UUID;

/** Planted: a rule that makes an id. */
public class ChancyRule {

    UUID id() {
        return UUID.randomUUID();
    }
}
