package org.attest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/** The walls of the house: who may know whom, who may write what, where time comes from, how types are named. */
@AnalyzeClasses(packages = "org.attest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Left to right; a package knows only packages in groups further right, never one beside it. */
    private static final List<Set<String>> GROUPS = List.of(
            Set.of("demo"),
            Set.of("desk", "record", "dashboard", "exchange"),
            Set.of("recruitment", "tasking"),
            Set.of("readiness"),
            Set.of("vetting", "training", "supervision", "duty", "welfare"),
            Set.of("volunteer"),
            Set.of("policy"),
            Set.of("notice"),
            Set.of("security"),
            Set.of("web"),
            Set.of("force"),
            Set.of("audit"));

    @ArchTest
    static final ArchRule packages_know_only_what_stands_to_their_right = ArchRuleDefinition.classes()
            .that(live("in a package of the house", c -> !roomOf(c).isEmpty()))
            .should(new ArchCondition<>("know only packages to their right") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (var dependency : type.getDirectDependenciesFromSelf()) {
                        var from = roomOf(type);
                        var to = roomOf(dependency.getTargetClass());
                        if (to.isEmpty() || to.equals(from) || rank(to) > rank(from)) continue;
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            });

    @ArchTest
    static final ArchRule every_package_has_its_place = ArchRuleDefinition.classes()
            .that(live("in a package of the house", c -> !roomOf(c).isEmpty()))
            .should(new ArchCondition<>("live in a package that the plan knows") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (rank(roomOf(type)) < 0) {
                        events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " lives in an unknown package"));
                    }
                }
            });

    @ArchTest
    static final ArchRule only_their_own_package_writes_the_fields_of_entities = noClasses()
            .that()
            .resideOutsideOfPackage("org.attest.demo..")
            .should()
            .accessFieldWhere(
                    new DescribedPredicate<JavaFieldAccess>("a field of another package's entity is written") {
                        @Override
                        public boolean test(JavaFieldAccess access) {
                            FieldAccessTarget target = access.getTarget();
                            var owner = target.getOwner();
                            boolean entity = owner.isAnnotatedWith(Entity.class)
                                    || owner.isAnnotatedWith(MappedSuperclass.class);
                            return entity
                                    && access.getAccessType() == JavaFieldAccess.AccessType.SET
                                    && !owner.getPackageName()
                                            .equals(access.getOriginOwner().getPackageName())
                                    && !access.getOriginOwner().isAssignableTo(owner.getName());
                        }
                    });

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule types_are_named_for_their_work = noClasses()
            .that()
            .doNotHaveSimpleName("InService") // the stage
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Mapper");

    private static DescribedPredicate<JavaClass> live(
            String description, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static String roomOf(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith("org.attest.")) return "";
        var room = name.substring("org.attest.".length());
        int dot = room.indexOf('.');
        return dot < 0 ? room : room.substring(0, dot);
    }

    private static int rank(String room) {
        for (int i = 0; i < GROUPS.size(); i++) if (GROUPS.get(i).contains(room)) return i;
        return -1;
    }
}
