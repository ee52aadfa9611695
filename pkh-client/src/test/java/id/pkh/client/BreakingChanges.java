package id.pkh.client;

import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * What in a description would break callers of an earlier one, by openapi-diff and {@link
 * NarrowedFields}.
 */
final class BreakingChanges {

    private BreakingChanges() {}

    static List<String> between(String before, String after) {
        ChangedOpenApi changed = OpenApiCompare.fromContents(before, after);
        List<String> breaking = new ArrayList<>(NarrowedFields.between(before, after));
        for (Endpoint gone : changed.getMissingEndpoints()) {
            breaking.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone");
        }
        for (ChangedOperation operation : changed.getChangedOperations()) {
            if (operation.isIncompatible()) {
                breaking.add(operation.getHttpMethod() + " " + operation.getPathUrl());
            }
        }
        if (changed.isIncompatible() && breaking.isEmpty()) {
            breaking.add("the document as a whole");
        }
        return breaking;
    }
}
