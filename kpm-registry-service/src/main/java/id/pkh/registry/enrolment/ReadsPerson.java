package id.pkh.registry.enrolment;

import id.pkh.platform.security.Nik;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refuses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation that reads a {@link PersonRequest}; for the API description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses({
    "BIRTH_DATE_MISSING",
    "COMPONENT_DISAGREES_WITH_SEX",
    "COMPONENT_UNKNOWN",
    "DATE_RANGE_INVALID",
    "DATE_UNREADABLE",
    "NAME_MISSING",
    "NIK_DISAGREES_WITH_BIRTH_DATE",
    "NIK_DISAGREES_WITH_SEX",
    "NIK_DUPLICATE",
    "NISN_INVALID",
    "NPSN_INVALID",
    "SEX_UNKNOWN",
    "TEXT_TOO_LONG",
    FreeTextRule.HAS_CONTROL_CHARACTER,
    FreeTextRule.HAS_LONG_NUMBER,
    Nik.DATE_IMPOSSIBLE,
    Nik.LENGTH,
    Nik.NOT_DIGITS,
    Nik.NUMERIC_CELL,
    Nik.SERIAL_ZERO
})
public @interface ReadsPerson {}
