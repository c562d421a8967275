package dev.orbit.compiler.sample;

import java.util.ArrayList;
import java.util.List;

/** Forecasts of the data, one for each that counts. */
final class Curves {
    private Curves() {}

    /** As the help page of R's {@code HoltWinters} writes the recursions. */
    static List<Jet> holtWinters(Numbers at) {
        Jet alpha = at.scalar("alpha");
        Jet beta = at.scalar("beta");
        Jet gamma = at.scalar("gamma");
        Jet a = at.scalar("level0");
        Jet b = at.scalar("trend0");
        Jet[] y = at.vector("y");
        int p = at.vector("season0").length;
        Jet[] s = new Jet[y.length];
        System.arraycopy(at.vector("season0"), 0, s, 0, p);
        List<Jet> forecasts = new ArrayList<>();
        for (int t = p; t < y.length; t++) {
            forecasts.add(a.plus(b).times(s[t - p]));
            Jet next =
                    alpha.times(y[t].over(s[t - p])).plus(Jet.of(1).minus(alpha).times(a.plus(b)));
            b = beta.times(next.minus(a)).plus(Jet.of(1).minus(beta).times(b));
            a = next;
            s[t] = gamma.times(y[t].over(a)).plus(Jet.of(1).minus(gamma).times(s[t - p]));
        }
        return forecasts;
    }

    /** The classical Runge-Kutta method on two numbers, substeps of 1/20 of a day. */
    static List<Jet> sir(Numbers at) {
        Jet beta = at.scalar("beta").over(763);
        Jet gamma = at.scalar("gamma");
        Jet s = Jet.of(762);
        Jet i = Jet.of(1);
        List<Jet> forecasts = new ArrayList<>();
        for (int day = 0; day < at.steps(); day++) {
            for (int n = 0; n < 20; n++) {
                Jet[] s1 = flow(beta, gamma, s, i);
                Jet[] s2 = flow(beta, gamma, s.plus(s1[0].over(40)), i.plus(s1[1].over(40)));
                Jet[] s3 = flow(beta, gamma, s.plus(s2[0].over(40)), i.plus(s2[1].over(40)));
                Jet[] s4 = flow(beta, gamma, s.plus(s3[0].over(20)), i.plus(s3[1].over(20)));
                s = s.plus(s1[0].plus(s2[0].plus(s3[0]).times(2)).plus(s4[0]).over(120));
                i = i.plus(s1[1].plus(s2[1].plus(s3[1]).times(2)).plus(s4[1]).over(120));
            }
            forecasts.add(i);
        }
        return forecasts;
    }

    private static Jet[] flow(Jet beta, Jet gamma, Jet s, Jet i) {
        Jet infected = beta.times(s).times(i);
        return new Jet[] {infected.negated(), infected.minus(gamma.times(i))};
    }
}
