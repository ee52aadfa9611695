package id.pkh.console.support;

import id.pkh.localstack.LocalStackResource;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A real broker, and stand-ins for the services. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(LocalStackResource.class)
@WithTestResource(StandIns.class)
public @interface OnStandIns {}
