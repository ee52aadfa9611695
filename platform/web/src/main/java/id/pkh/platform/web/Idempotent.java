package id.pkh.platform.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that must take effect once, such as one that moves money. The caller sends
 * {@code Idempotency-Key}; a repeat with the same body gets the first answer again with {@code
 * Idempotency-Replayed: true}, another body gets 409 IDEMPOTENCY_KEY_REUSED, a repeat while the
 * first call still runs gets 409 IDEMPOTENCY_KEY_IN_USE.
 *
 * <p>The method runs <em>inside</em> a transaction that also stores the answer, so after a crash
 * there is either both or neither. What it calls must join that transaction: plain
 * {@code @Transactional} does, {@code REQUIRES_NEW} breaks the promise. An exception rolls back
 * both and frees the key: a refusal is decided afresh when the call is repeated.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
