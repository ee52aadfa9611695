package id.pkh.meeting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import id.pkh.testsupport.architecture.ArchitectureContract;
import id.pkh.testsupport.architecture.Rule;
import id.pkh.testsupport.planted.RowView;
import java.util.List;

class ArchitectureTest extends ArchitectureContract {

    private static final ArchRule VIEWS_KNOW_NO_ENTITY =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("View")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleNameEndingWith("Entity");

    ArchitectureTest() {
        super("id.pkh.meeting");
    }

    @Override
    protected List<Rule> ownRules() {
        return List.of(
                Rule.of("what callers see is no entity", VIEWS_KNOW_NO_ENTITY)
                        .brokenBy(RowView.class));
    }

    @Override
    protected int domainClassesAtLeast() {
        return 15;
    }
}
