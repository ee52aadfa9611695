package id.pkh.testsupport.planted.domain;

import java.time.LocalDate;

/** Planted: a rule that asks what day it is. */
public class ClockedRule {

    LocalDate today() {
        return LocalDate.now();
    }
}
