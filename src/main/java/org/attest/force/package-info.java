/** Whose record it is: the forces, their names over time, their posts and calendars, and the filter that keeps rows apart. */
@FilterDef(
        name = ForceOwned.SCOPE,
        autoEnabled = true,
        applyToLoadByKey = true,
        // one flag for work that belongs to no person: no list of all ids to fetch, and none that can be out of date
        defaultCondition = "(:everywhere = true or force_id in (:forces))",
        parameters = {
            @ParamDef(name = "everywhere", type = Boolean.class, resolver = Everywhere.Resolver.class),
            @ParamDef(name = "forces", type = Long.class, resolver = ScopeOfRows.class)
        })
package org.attest.force;

import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
