package org.attest.desk;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A database that takes no more entries, while some work is done. */
final class BrokenTrail {

    private BrokenTrail() {}

    static void during(Runnable work) {
        change("alter table trail_head rename to trail_head_away");
        try {
            work.run();
        } finally {
            change("alter table trail_head_away rename to trail_head");
        }
    }

    private static void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }
}
