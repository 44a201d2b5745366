package org.attest.recruitment;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.concurrent.Callable;
import org.attest.force.Everywhere;
import org.attest.force.Reference;

/** Looks behind the pages: at the rows, and at what the trail says. */
public final class Rows {

    private Rows() {}

    public static void in(Runnable look) {
        QuarkusTransaction.requiringNew().run(() -> Everywhere.run(look));
    }

    public static <T> T of(Callable<T> look) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(look));
    }

    /** What was done to the person, oldest first. */
    public static List<String> trail(String chain, String ref) {
        return of(() -> Panache.getEntityManager()
                .createQuery(
                        "select e.action from TrailEntry e where e.chain = :chain and e.object = :object order by e.number",
                        String.class)
                .setParameter("chain", chain)
                .setParameter("object", "volunteer " + Reference.grouped(ref))
                .getResultList());
    }
}
