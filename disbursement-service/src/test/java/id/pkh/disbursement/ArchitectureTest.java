package id.pkh.disbursement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import id.pkh.disbursement.planted.domain.ContractOutsideMessaging;
import id.pkh.disbursement.planted.domain.DomainKnowsRest;
import id.pkh.disbursement.planted.domain.SqlOutsidePersistence;
import id.pkh.disbursement.planted.domain.WebOutsideRest;
import id.pkh.testsupport.architecture.ArchitectureContract;
import id.pkh.testsupport.architecture.Rule;
import java.util.List;

class ArchitectureTest extends ArchitectureContract {

    private static final String ROOT = "id.pkh.disbursement";

    private static final ArchRule WEB_STAYS_IN_REST =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..rest..", "..client..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "org.eclipse.microprofile.openapi..");

    private static final ArchRule CONTRACTS_STAY_IN_MESSAGING =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..messaging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "id.pkh.contracts..",
                            "org.apache.kafka..",
                            "org.eclipse.microprofile.reactive..",
                            "io.smallrye.reactive..");

    private static final ArchRule ROWS_STAY_IN_PERSISTENCE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..persistence..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "org.hibernate..",
                            "java.sql..",
                            "org.jdbi..",
                            "io.quarkus.hibernate..");

    private static final ArchRule USE_CASES_DO_NOT_KNOW_ADAPTERS =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            ROOT,
                            ROOT + ".config",
                            ROOT + ".cycle",
                            ROOT + ".calculation",
                            ROOT + ".intake",
                            ROOT + ".payment",
                            ROOT + ".sanction",
                            ROOT + ".kpm",
                            ROOT + ".entitlement",
                            ROOT + ".bank",
                            ROOT + ".bankkey",
                            ROOT + ".quarantine",
                            ROOT + ".batch",
                            ROOT + ".instruction",
                            ROOT + ".money",
                            ROOT + ".exceptions",
                            ROOT + ".profile",
                            ROOT + ".report",
                            ROOT + ".withdrawal",
                            "..domain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "..persistence..", "..rest..", ROOT + "..messaging..");

    ArchitectureTest() {
        super(ROOT);
    }

    @Override
    protected List<Rule> ownRules() {
        return List.of(
                Rule.of("the web stays in rest", WEB_STAYS_IN_REST).brokenBy(WebOutsideRest.class),
                Rule.of("contracts stay in messaging", CONTRACTS_STAY_IN_MESSAGING)
                        .brokenBy(ContractOutsideMessaging.class),
                Rule.of("rows stay in persistence", ROWS_STAY_IN_PERSISTENCE)
                        .brokenBy(SqlOutsidePersistence.class),
                Rule.of("use cases do not know adapters", USE_CASES_DO_NOT_KNOW_ADAPTERS)
                        .brokenBy(DomainKnowsRest.class));
    }

    @Override
    protected int domainClassesAtLeast() {
        return 21;
    }
}
