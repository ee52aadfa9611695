package id.pkh.testsupport.description.contract;

import id.pkh.testsupport.description.ApiDocument;
import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.rest.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The examples of a service, their data and their callers, for tests beside that of the API. */
public final class ServiceExamples {

    private final ApiDescriptionContract test;

    public ServiceExamples(ApiDescriptionContract test) {
        this.test = test;
    }

    /** Provides data that no other test uses: texts of the examples, and what they are in it. */
    public Map<String, String> provided() {
        return test.provide();
    }

    /** All operations, in an order in which each finds the data that its example speaks of. */
    public List<DescribedOperation> inOrder() {
        List<DescribedOperation> operations = new ArrayList<>(ApiDocument.served().operations());
        operations.sort(
                Comparator.comparingInt(
                        operation -> test.orderOf(operation.id(), operation.method())));
        return operations;
    }

    public Caller callerOf(DescribedOperation operation) {
        return test.callerOf(operation.id(), operation.roles());
    }
}
