/** Whose record it is: the forces, their names over time, their posts and calendars, and the filter that keeps rows apart. */
@FilterDef(
        name = ForceOwned.SCOPE,
        autoEnabled = true,
        applyToLoadByKey = true,
        defaultCondition = "force_id in (:forces)",
        parameters = @ParamDef(name = "forces", type = Long.class, resolver = ScopeOfRows.class))
package org.attest.force;

import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
