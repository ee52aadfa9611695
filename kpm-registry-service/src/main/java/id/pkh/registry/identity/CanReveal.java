package id.pkh.registry.identity;

import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refuses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a read that can show unmasked numbers, see {@link Disclosure}; for the API description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses({
    "PURPOSE_REQUIRED",
    "REVEAL_NOT_ALLOWED",
    "REVEAL_UNKNOWN",
    FreeTextRule.HAS_CONTROL_CHARACTER,
    FreeTextRule.HAS_LONG_NUMBER
})
public @interface CanReveal {}
