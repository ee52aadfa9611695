package id.pkh.registry.dataupdate;

import id.pkh.platform.web.Refuses;
import id.pkh.registry.dataupdate.domain.ChangeForm;
import id.pkh.registry.dataupdate.domain.KindRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation that submits the changes of an update; for the API description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses({
    "UPDATE_ALREADY_OPEN",
    ChangeForm.FIELD_MISSING,
    ChangeForm.FIELD_NOT_OF_KIND,
    ChangeForm.IN_FUTURE,
    ChangeForm.MEMBER,
    ChangeForm.TWICE,
    KindRule.COMPONENT_DISAGREES,
    KindRule.MOVE_DISAGREES,
    KindRule.NOT_CARETAKER
})
public @interface SubmitsChanges {}
