package org.attest;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** The routes of the running application, from its own table. */
public final class Routes {

    private Routes() {}

    /** Every route as {@code GET /volunteers/{ref}}. */
    public static Set<String> all() {
        var routes = new TreeSet<String>();
        var deployment = ResteasyReactiveRecorder.getCurrentDeployment();
        RuntimeResourceVisitor.visitRuntimeResources(
                deployment.getPrefix(), deployment.getClassMappers(), new RuntimeResourceVisitor() {
                    private String base = "";

                    @Override
                    public void visitBasePath(String path) {
                        base = path;
                    }

                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        if (method == null) return;
                        routes.add(method + " " + joined(base, path));
                    }
                });
        return routes;
    }

    private static String joined(String base, String path) {
        var whole = path.startsWith(base) ? path : base + "/" + path;
        whole = whole.replaceAll("/+", "/").replaceAll("\\{(\\w+)\\s*:[^/]*}", "{$1}");
        return whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }
}
