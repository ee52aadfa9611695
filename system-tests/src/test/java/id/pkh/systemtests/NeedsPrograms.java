package id.pkh.systemtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The tests of a class that need installed programs. Where a program is missing they are left out;
 * {@code ./pkh test} names the program at its start and counts these tests at its end, and with
 * {@code --complete} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPrograms.WhereInstalled.class)
@interface NeedsPrograms {

    Program[] value();

    /** Leaves the tests out where a program is missing. */
    final class WhereInstalled implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<Program> missing =
                    context.getTestClass()
                            .flatMap(
                                    type ->
                                            AnnotationSupport.findAnnotation(
                                                    type, NeedsPrograms.class))
                            .map(needs -> Arrays.stream(needs.value()))
                            .orElseThrow()
                            .filter(program -> program.find().isEmpty())
                            .toList();
            return missing.isEmpty()
                    ? ConditionEvaluationResult.enabled("every program is installed")
                    : ConditionEvaluationResult.disabled(
                            missing.stream()
                                    .map(Program::installation)
                                    .collect(Collectors.joining("; ")));
        }
    }
}
