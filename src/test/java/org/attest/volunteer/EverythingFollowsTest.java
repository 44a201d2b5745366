package org.attest.volunteer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Set;
import java.util.TreeSet;
import org.attest.OnPostgres;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.junit.jupiter.api.Test;

/** What a merge re-points is everything in the database that points to a person, now and after each new table. */
@QuarkusTest
class EverythingFollowsTest {

    @Inject
    EntityManager em;

    @Test
    void everyColumnThatPointsToAPersonIsKnownToTheMerge() {
        var columns = inTheDatabase();
        // a table that nothing is stored in yet has nothing to follow
        var tables = tables();
        columns.removeIf(column -> !tables.contains(column.substring(0, column.indexOf('.'))));
        assertEquals(columns, QuarkusTransaction.requiringNew().call(this::mapped));
    }

    private Set<String> inTheDatabase() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = new TreeSet<String>();
            em.createNativeQuery("""
                            select kcu.table_name as t, kcu.column_name as c
                            from information_schema.referential_constraints rc
                            join information_schema.key_column_usage kcu
                              on kcu.constraint_name = rc.constraint_name and kcu.constraint_schema = rc.constraint_schema
                            join information_schema.table_constraints pk
                              on pk.constraint_name = rc.unique_constraint_name
                              and pk.constraint_schema = rc.unique_constraint_schema
                            where pk.table_name = 'volunteer'
                            union
                            select table_name, column_name from information_schema.columns
                            where column_name = 'volunteer_id'
                            """, Tuple.class).getResultStream().forEach(row -> {
                var tuple = (Tuple) row;
                found.add(tuple.get("t") + "." + tuple.get("c"));
            });
            return found;
        });
    }

    private Set<String> tables() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var tables = new TreeSet<String>();
            em.getEntityManagerFactory()
                    .unwrap(SessionFactoryImplementor.class)
                    .getMappingMetamodel()
                    .forEachEntityDescriptor(type -> tables.add(((AbstractEntityPersister) type).getTableName()));
            return tables;
        });
    }

    private Set<String> mapped() {
        var mapped = new TreeSet<String>();
        var model = em.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel();
        for (var type : em.getMetamodel().getEntities()) {
            for (var field : type.getSingularAttributes()) {
                if (field.getJavaType() != Volunteer.class) continue;
                var persister = (AbstractEntityPersister) model.getEntityDescriptor(type.getJavaType());
                for (var column : persister.getPropertyColumnNames(field.getName())) {
                    mapped.add(persister.getTableName() + "." + column);
                }
            }
        }
        return mapped;
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgEverythingFollowsTest extends EverythingFollowsTest {}
