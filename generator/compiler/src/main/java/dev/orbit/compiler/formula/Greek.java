package dev.orbit.compiler.formula;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Greek letters by the names that authors spell out. */
final class Greek {
    private static final Map<String, String> LETTERS = Arrays.stream(("alpha α,beta β,gamma γ,delta δ,epsilon ε,zeta ζ,"
                            + "eta η,theta θ,iota ι,kappa κ,lambda λ,mu μ,nu ν,xi ξ,rho ρ,sigma σ,tau τ,upsilon υ,phi φ,"
                            + "chi χ,psi ψ,omega ω,Gamma Γ,Delta Δ,Theta Θ,Lambda Λ,Xi Ξ,Pi Π,Sigma Σ,Phi Φ,Psi Ψ,Omega Ω,pi π")
                    .split(","))
            .map(pair -> pair.split(" "))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (x, y) -> x, LinkedHashMap::new));

    private Greek() {}

    /** The letter of this name. */
    static Optional<String> letter(String name) {
        return Optional.ofNullable(LETTERS.get(name));
    }

    /** The name of this letter. */
    static Optional<String> name(String letter) {
        return LETTERS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(letter))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
